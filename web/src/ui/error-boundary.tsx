import { Component, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { texts } from '../texts/de';
import { Empty } from './states';

interface Props {
  children: ReactNode;
}

/** A page that throws (or a chunk that no longer exists after an update) leaves the frame and a way out. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Empty
        title={texts.common.crashTitle}
        action={<Button onClick={() => window.location.reload()}>{texts.common.reload}</Button>}
      >
        {texts.common.crashText}
      </Empty>
    );
  }
}
