import { Alert, List, Text } from '@mantine/core';
import type { ReactElement } from 'react';

/** What the clerk should know of what was printed or saved; nothing where there is nothing. */
export const Notes = ({ notes }: { readonly notes: readonly string[] }): ReactElement | null => {
  if (notes.length === 0) return null;
  return (
    <Alert color="yellow" role="note" aria-label="请留意" py="xs">
      {notes.length === 1 ? (
        <Text size="sm">{notes[0]}</Text>
      ) : (
        <List size="sm">
          {notes.map((note) => (
            <List.Item key={note}>{note}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
};
