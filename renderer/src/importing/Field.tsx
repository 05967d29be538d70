import type { ReactElement, ReactNode } from 'react';
import { useDoubtsAt } from './checking-context.ts';
import classes from './Check.module.css';
import { DoubtsAt } from './DoubtCard.tsx';
import type { FieldKey } from './field-keys.ts';

/** A box of the draft with the doubts about it. Where there are some it takes the whole line: sentences need room. */
export const Field = ({
  field,
  wide = false,
  children,
}: {
  readonly field: FieldKey;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactElement => {
  const doubts = useDoubtsAt(field);
  const open = doubts.some(({ settled }) => settled === null);
  return (
    <div
      data-field={field}
      className={`${classes.field} ${wide || doubts.length > 0 ? classes.wide : ''}`}
      data-open={open || undefined}
    >
      {children}
      <DoubtsAt field={field} />
    </div>
  );
};
