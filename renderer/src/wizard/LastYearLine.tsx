import { Badge, Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { FieldPath } from '../../../shared/model/project.ts';
import { formPath } from './form-values.ts';
import { useLastLine } from './last-year.ts';
import { useWizard } from './wizard-context.ts';
import classes from './Wizard.module.css';

/** Below a box: what stood there last year, whether it is the same, and whether the old year is still there. */
export const LastYearLine = ({ path }: { readonly path: FieldPath }): ReactElement | null => {
  const { last, locked, getValues, setValue, tellDone } = useWizard();
  const line = useLastLine(last, path);
  if (line === null) return null;
  const take = (): void => {
    const before: unknown = getValues(formPath(path));
    const write = (text: unknown): void => setValue(formPath(path), text as never, { shouldDirty: true });
    write(line.text);
    tellDone(`已换成${line.when}的内容。`, () => write(before));
  };
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" className={classes.last ?? ''}>
      {line.same ? (
        <Text size="sm" className={classes.lastText ?? ''}>
          与{line.when}相同
        </Text>
      ) : (
        line.text !== '' && (
          <Text size="sm" className={classes.lastText ?? ''} lineClamp={4} title={line.text}>
            {line.when}：{line.text}
          </Text>
        )
      )}
      {line.old !== '' && (
        <Badge color="orange" variant="light" radius="sm" flex="none">
          还写着 {line.old}
        </Badge>
      )}
      {!line.same && line.text !== '' && !locked && (
        <Button
          className={classes.takeLast ?? ''}
          size="compact-sm"
          variant="subtle"
          flex="none"
          onMouseDown={(event) => event.preventDefault()}
          onClick={take}
        >
          用{line.when}的
        </Button>
      )}
    </Group>
  );
};
