import { memo, type MouseEvent, type ReactElement } from 'react';
import { parseFen } from '../../../shared/model/money.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { wanText } from '../lib/format.ts';
import { openDoubts, type ImportDraft } from './draft.ts';
import type { ProjectMatch } from './contract.ts';
import classes from './Overview.module.css';
import { isUnsure, optionOf, OUTCOME_LABELS, outcomeOf, outcomeOptions } from './outcome.ts';
import type { OverviewLine } from './overview-lines.ts';

export interface OverviewRowProps {
  readonly line: Extract<OverviewLine, { kind: 'draft' }>;
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly match: ProjectMatch | undefined;
  /** The earlier file that holds a project of this name too. */
  readonly twin: string | undefined;
  readonly onOpen: (draft: string, doubt: number | null) => void;
  readonly onTake: (line: OverviewLine, take: boolean) => void;
  readonly onOutcome: (line: OverviewLine, option: string) => void;
}

export const overviewRowId = (index: number): string => `import-row-${index}`;

/** One read project: take it or not, its name and amount, what is to be checked, and what becomes of it. */
export const OverviewRow = memo(function OverviewRow(props: OverviewRowProps): ReactElement {
  const { line, index, top, active, match, twin, onOpen, onTake, onOutcome } = props;
  const { draft } = line;
  const { content } = draft;
  const name = isBlank(content.name) ? '（没有读到项目名称）' : content.name;
  const outcome = outcomeOf(draft, match);
  const options = outcomeOptions(match);
  const apart = (event: MouseEvent): void => event.stopPropagation();
  return (
    <div
      id={overviewRowId(index)}
      className={classes.row}
      style={{ top }}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={outcome.kind !== 'skip'}
      data-active={active || undefined}
      data-skipped={outcome.kind === 'skip' || undefined}
      onClick={() => onOpen(line.key, null)}
    >
      <label className={classes.tick} role="gridcell" onClick={apart}>
        <input
          type="checkbox"
          className={classes.box}
          aria-label={`导入 ${name}`}
          tabIndex={-1}
          checked={outcome.kind !== 'skip'}
          onChange={(event) => onTake(line, event.currentTarget.checked)}
        />
      </label>
      <div className={classes.name} role="gridcell" title={name}>
        {name}
      </div>
      <div className={classes.check} role="gridcell">
        <CheckBadge draft={draft} unsure={isUnsure(draft, match)} twin={twin} />
      </div>
      <div className={`${classes.count} ${classes.wide}`} role="gridcell">
        {content.indicators.length} 条指标
      </div>
      <div className={classes.amount} role="gridcell">
        {amountOf(content)}
      </div>
      <div className={classes.outcome} role="gridcell" onClick={apart} data-kind={outcome.kind}>
        {options.length > 2 ? (
          <select
            aria-label={`怎么存 ${name}`}
            tabIndex={-1}
            value={optionOf(outcome)}
            onChange={(event) => onOutcome(line, event.currentTarget.value)}
          >
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <span className={classes.badge}>{OUTCOME_LABELS[outcome.kind]}</span>
        )}
      </div>
    </div>
  );
});

const CheckBadge = ({
  draft,
  unsure,
  twin,
}: {
  readonly draft: ImportDraft;
  readonly unsure: boolean;
  readonly twin: string | undefined;
}): ReactElement | null => {
  const open = openDoubts(draft).length;
  if (twin !== undefined) {
    return (
      <span className={classes.open} title={`“${twin}”里也有这个名称的项目`}>
        ⚠ 名称相同
      </span>
    );
  }
  if (open > 0) return <span className={classes.open}>⚠ {open} 处请核对</span>;
  if (unsure) return <span className={classes.open}>⚠ 有相近的项目</span>;
  return draft.doubts.length > 0 ? <span className={classes.settled}>✓ 已核对</span> : null;
};

const amountOf = ({ funds, amountUnit }: ProjectContent): string => {
  if (isBlank(funds.total)) return '没有金额';
  const fen = parseFen(funds.total, amountUnit);
  return fen === null ? funds.total : `${wanText(fen)} 万元`;
};
