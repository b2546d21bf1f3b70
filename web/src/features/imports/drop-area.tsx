import { Button, FileButton, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { texts } from '../../texts/de';
import classes from './drop-area.module.css';

const words = texts.imports.upload;

/** Some systems know CSV by other names; everything else is refused by the server with a reason. */
const ACCEPTED = '.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values,application/vnd.ms-excel';

interface DropAreaProps {
  disabled: boolean;
  /** What a file may be. */
  limits?: string;
  onFile: (file: File) => void;
}

/** A button to choose a file, and room to drop one. */
export function DropArea({ disabled, limits = words.limits, onFile }: DropAreaProps) {
  const { over, handlers } = useDrop(disabled, onFile);
  return (
    <div className={over ? `${classes.area} ${classes.over}` : classes.area} {...handlers}>
      <FileButton accept={ACCEPTED} disabled={disabled} onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button
            size="lg"
            disabled={disabled}
            leftSection={<IconFileUpload size={22} aria-hidden />}
            {...props}
          >
            {words.choose}
          </Button>
        )}
      </FileButton>
      <Text size="sm">{over ? words.dropNow : words.drop}</Text>
      <Text size="sm" c="dimmed">
        {limits}
      </Text>
    </div>
  );
}

function useDrop(disabled: boolean, onFile: (file: File) => void) {
  const [over, setOver] = useState(false);
  const handlers = {
    // Without this the browser opens the file instead.
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(!disabled);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer.files.item(0);
      if (file && !disabled) onFile(file);
    },
  };
  return { over, handlers };
}
