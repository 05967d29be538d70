import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { RecognisedDocument, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import classes from './Mapping.module.css';

/** So many projects are shown: enough to see whether the columns are right. */
const SHOWN = 30;

/** What comes out of the mapping, as it is now. */
export const Outcome = ({ reading }: { readonly reading: RecognisedDocument }): ReactElement => {
  const { projects } = reading;
  const more = projects.length - SHOWN;
  return (
    <section className={classes.outcome} aria-label="读出来的项目">
      <Text fw={600} size="sm" role="status">
        {projects.length === 0 ? '还没有读出项目，请先选哪一列是项目名称。' : `这样能读出 ${projects.length} 个项目`}
      </Text>
      {projects.slice(0, SHOWN).map((project, index) => (
        <ReadProject key={index} project={project} />
      ))}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          还有 {more} 个没有列出来。
        </Text>
      )}
    </section>
  );
};

const ReadProject = ({ project }: { readonly project: RecognisedProject }): ReactElement => {
  const { name, code, total, amountUnit, goals, indicators, doubts } = project;
  const amount = total === null ? '没有读到金额' : `${total} ${amountUnit ?? ''}`;
  return (
    <div className={classes.project}>
      <Text size="sm" fw={600}>
        {name ?? '（没有读到名称）'}
      </Text>
      <Text size="sm" c="dimmed">
        {[code, amount, goals.length > 0 ? `目标：${goals.join(' ')}` : '没有读到目标'].filter(Boolean).join('　')}
      </Text>
      {indicators.map((indicator, index) => (
        <Text size="sm" key={index}>
          {[indicator.level2 ?? indicator.level1, indicator.level3].filter(Boolean).join('：')}
          {'　'}
          {[
            indicator.operator,
            indicator.printedValue,
            indicator.printedValue?.endsWith(indicator.unit ?? '') ? '' : indicator.unit,
          ]
            .filter(
              (text) =>
                text !== null &&
                text !== '' &&
                !(text === indicator.operator && indicator.printedValue?.startsWith(text)),
            )
            .join('')}
        </Text>
      ))}
      {doubts.map(({ path, message }) => (
        <Text size="sm" c="orange.9" key={`${path} ${message}`}>
          ⚠ {message}
        </Text>
      ))}
    </div>
  );
};
