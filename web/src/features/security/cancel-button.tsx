import { Button } from '@mantine/core';
import { texts } from '../../texts/de';

/** Beside the main button of a form that can be left. */
export function CancelButton({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="default" size="lg" onClick={onClick}>
      {texts.common.cancel}
    </Button>
  );
}
