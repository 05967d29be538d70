import { Anchor, List, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { placeLabel } from '../../../shared/carry/labels.ts';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';
import type { Year } from '../../../shared/model/unit.ts';
import { whenOf } from './last-year.ts';
import type { LastYearSide } from './use-last-year.ts';

/** In 核对与完成, below what is missing: what a copy of last year often leaves behind. Nothing of it holds 完成 up. */
export const LookAgain = ({
  side: { last, compared },
  year,
  live,
  onOpen,
}: {
  readonly side: Pick<LastYearSide, 'last' | 'compared'>;
  readonly year: Year;
  readonly live: ProjectContent;
  readonly onOpen: (path: FieldPath) => void;
}): ReactElement | null => {
  const { oldYear, sameNumbers } = compared;
  if (oldYear.length + sameNumbers.length === 0) return null;
  const old = (last?.year ?? year - 1).toString();
  const when = last === null ? '去年' : whenOf(last.year, year);
  return (
    <div>
      <Title order={3} size="md">
        看一下
      </Title>
      <Text size="sm" c="dimmed">
        下面这些不一定有错，看过就行，不影响完成。
      </Text>
      <Places
        title={`仍写着 ${old} 的地方（${oldYear.length}）`}
        places={oldYear.map(({ id, path, text }) => ({ id, path, text: `${placeLabel(live, path)}：${text.trim()}` }))}
        onOpen={onOpen}
      />
      <Places
        title={`与${when}相同的数字（${sameNumbers.length}）`}
        places={sameNumbers.map((path) => ({
          id: path,
          path,
          text: `${placeLabel(live, path)}：${textAt(live, path)}`,
        }))}
        onOpen={onOpen}
      />
    </div>
  );
};

interface Place {
  readonly id: string;
  readonly path: FieldPath;
  readonly text: string;
}

const Places = ({
  title,
  places,
  onOpen,
}: {
  readonly title: string;
  readonly places: readonly Place[];
  readonly onOpen: (path: FieldPath) => void;
}): ReactElement | null => {
  if (places.length === 0) return null;
  return (
    <>
      <Text mt="xs" fw={600} size="sm">
        {title}
      </Text>
      <List spacing={2} aria-label={title}>
        {places.map(({ id, path, text }) => (
          <List.Item key={id}>
            <Anchor
              component="button"
              type="button"
              ta="left"
              style={{ verticalAlign: 'top' }}
              onClick={() => onOpen(path)}
            >
              {text}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </>
  );
};

/** The text at a path of amounts or values. */
const textAt = (content: ProjectContent, path: FieldPath): string => {
  const [head = '', second = '', part = ''] = path.split('.');
  if (head === 'funds') return content.funds[second as keyof ProjectContent['funds']];
  const indicator = content.indicators[Number(second)];
  return indicator && part === 'printed' ? indicator.printed : '';
};
