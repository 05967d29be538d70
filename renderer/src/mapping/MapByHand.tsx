import { Button, type ButtonProps } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { MappingPanel, type MappingPanelProps } from './MappingPanel.tsx';

/** A button that opens 手工对应 for one reading. */
export const MapByHand = ({
  readingId,
  onRead,
  label,
  ...props
}: Omit<MappingPanelProps, 'onClose'> & ButtonProps & { readonly label: string }): ReactElement => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-sm" {...props} onClick={() => setOpened(true)}>
        {label}
      </Button>
      {opened && (
        // Keys of the panel are none of the list the button stands in.
        <div style={{ display: 'contents' }} onKeyDown={(event) => event.stopPropagation()}>
          <MappingPanel
            readingId={readingId}
            onClose={() => setOpened(false)}
            onRead={(preview) => {
              setOpened(false);
              onRead(preview);
            }}
          />
        </div>
      )}
    </>
  );
};
