import { fold } from '../../model/text.ts';
import { earlierTwins, likeness } from '../facts/likeness.ts';
import { eachIndicator, evidenceOf, namePath, shown, whose, type Found, type FoundInUnit, type Rule } from '../rule.ts';
import type { ReviewedProject, ReviewedUnit } from '../subject.ts';
import { DOMAINS } from '../words/domains.ts';
import { NAME_FILLERS } from '../words/names.ts';

/** What a project says of itself. */
const ownText = ({ content }: ReviewedProject): string => `${content.name} ${content.usage} ${content.goals.join(' ')}`;

/** An indicator of a field the project has nothing to do with. */
export const foreignField: Rule = {
  id: 'foreign-field',
  kind: 'copy-paste-mismatch',
  severity: 'warning',
  head: '相关性',
  question: '有没有从指标库里选来、和项目没有关系的指标？',
  source: '财预〔2015〕88号（目标相关性）；惯例',
  project: (project, unit) => {
    const own = ownText(project);
    return eachIndicator((one) => {
      const domain = DOMAINS.find(
        ({ words, allowed }) => words.test(one.name) && !words.test(own) && !allowed.test(own),
      );
      return domain === undefined
        ? null
        : {
            path: namePath(one),
            evidence: evidenceOf(one),
            message: `${whose(one)}说的是${domain.name}，和“${shown(project.content.name)}”没有关系，请换掉。`,
          };
    })(project, unit);
  },
};

/** Community projects that speak of villages only, and the other way round. */
export const villageOrCommunity: Rule = {
  id: 'village-or-community',
  kind: 'copy-paste-mismatch',
  severity: 'hint',
  head: '相关性',
  question: '社区的项目有没有写成村的，村的有没有写成社区的？',
  source: '惯例',
  project: (project) => {
    const { name } = project.content;
    const community = /社区|居委会/u.test(name) && !/村|乡/u.test(name);
    const village = /村/u.test(name) && !/社区|居委会|驻村/u.test(name);
    if (!community && !village) return [];
    const foreign = community ? /乡村|村民|村级|村党|村两委|农民|农村/u : /社区(?!服务)|居民委员会/u;
    const own = community ? /社区|居民/u : /村|农/u;
    const at = [
      ...project.content.goals.map((text, index) => ({ path: `goals.${index}`, text, evidence: text })),
      ...project.indicators.map((one) => ({ path: namePath(one), text: one.name, evidence: evidenceOf(one) })),
    ];
    return at
      .filter(({ text, path }) => foreign.test(text) && (!own.test(text) || path.startsWith('goals') || community))
      .filter(({ text }) => !(own.test(text) && foreign.test(text) && village))
      .map(({ path, text, evidence }) => {
        const [found = ''] = foreign.exec(text) ?? [];
        return {
          path,
          evidence: shown(evidence),
          message: `“${shown(name)}”是${community ? '社区' : '村'}的项目，这里写的是“${found}”，请核对是不是从别的项目抄来的。`,
        };
      });
  },
};

/** The subject of a name: what is left without years, numbers, places and words any project has. */
export const subjectOfName = (name: string, unitNames: readonly string[]): string => {
  const withoutUnit = unitNames.reduce((text, unit) => text.replaceAll(unit, ''), name);
  const place = unitNames
    .map((unit) => /([\p{Script=Han}]{2,4})(?:镇|乡|街道|县|市|区)/u.exec(unit)?.[0] ?? '')
    .filter((one) => one !== '');
  const bare = place.reduce((text, one) => text.replaceAll(one, ''), withoutUnit);
  return fold(bare)
    .replace(NAME_FILLERS, ' ')
    .replace(/[^\p{Script=Han} ]/gu, ' ')
    .trim();
};

const sharesWords = (subject: string, text: string): boolean => {
  const folded = fold(text);
  const pieces = subject.split(/\s+/u).flatMap((piece) => {
    const letters = Array.from(piece);
    return letters.length < 2 ? [] : letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  });
  return pieces.length === 0 || pieces.some((piece) => folded.includes(piece));
};

/** The goal says nothing of what the project is called, but is another project's, or speaks of another's subject. */
export const nameInGoal: Rule = {
  id: 'name-in-goal',
  kind: 'project-name-goal-mismatch',
  severity: 'warning',
  head: '相关性',
  question: '目标说的是不是这个项目的事？',
  source: '财预〔2015〕88号（目标相关性）；惯例',
  project: (project, unit) => {
    const { content } = project;
    const goals = content.goals.join(' ');
    const subject = subjectOfName(content.name, unit.names);
    if (goals.length < 15 || subject.length < 2 || sharesWords(subject, `${goals} ${content.usage}`)) return [];
    const other = twinOf(project, unit) ?? meantBy(project, unit, goals);
    if (other === null) return [];
    return [
      {
        path: 'goals.0',
        evidence: shown(goals),
        message: `目标里没有提到“${shown(content.name)}”的事，像是“${shown(other.content.name)}”的目标，请核对是不是抄错了。`,
      },
    ];
  },
};

/** The project whose whole subject the goal names. */
const meantBy = (
  project: ReviewedProject,
  { projects, names }: ReviewedUnit,
  goals: string,
): ReviewedProject | null => {
  const folded = fold(goals);
  const isNamed = (other: ReviewedProject): boolean => {
    const pieces = subjectOfName(other.content.name, names)
      .split(/\s+/u)
      .filter((piece) => piece.length >= 3);
    return pieces.length > 0 && pieces.every((piece) => folded.includes(piece));
  };
  return projects.find((other) => other !== project && isNamed(other)) ?? null;
};

const ALIKE = 0.8;
const SHORTEST = 20;

/** Twins of the goals of a unit, worked out once for all its rules. */
const TWINS = new WeakMap<ReviewedUnit, readonly number[]>();

const twinsIn = (unit: ReviewedUnit): readonly number[] => {
  const known = TWINS.get(unit);
  if (known !== undefined) return known;
  const twins = earlierTwins(
    unit.projects.map(({ content }) => content.goals.join('')),
    ALIKE,
    SHORTEST,
  );
  TWINS.set(unit, twins);
  return twins;
};

/** The project a goal was copied from, or to. */
const twinOf = ({ at }: ReviewedProject, unit: ReviewedUnit): ReviewedProject | null => {
  const twins = twinsIn(unit);
  const other = twins[at] !== -1 ? twins[at] : twins.indexOf(at);
  return other === undefined || other === -1 ? null : (unit.projects[other] ?? null);
};

/** Two projects with one goal: the one whose name says less of it is the copy. */
export const sameGoal: Rule = {
  id: 'same-goal',
  kind: 'copy-paste-mismatch',
  severity: 'hint',
  head: '相关性',
  question: '几个项目的目标是不是一样的？',
  source: '惯例',
  unit: (unit) =>
    unit.projects.flatMap((project): FoundInUnit[] => {
      const twin = unit.projects[twinsIn(unit)[project.at] ?? -1];
      if (twin === undefined || likeness(twin.content.name, project.content.name) >= 0.6) return [];
      return [
        {
          project,
          path: 'goals.0',
          evidence: shown(project.content.goals.join('')),
          message: `目标和“${shown(twin.content.name)}”的几乎一样，请核对，写出本项目自己的目标。`,
        },
      ];
    }),
};

/** The usage line names another project. */
export const usageOfOther: Rule = {
  id: 'usage-of-other',
  kind: 'copy-paste-mismatch',
  severity: 'error',
  head: '相关性',
  question: '资金用途写的是不是这个项目？',
  source: '惯例',
  unit: (unit) =>
    unit.projects.flatMap((project): FoundInUnit[] => {
      const { name, usage } = project.content;
      // A few words any purpose may have name no project; a purpose in one's own name is right.
      if (subjectOfName(usage, unit.names).length < 6 || fold(name).includes(fold(usage))) return [];
      const other = unit.projects.find((one) => one !== project && fold(one.content.name).includes(fold(usage)));
      return other === undefined
        ? []
        : [
            {
              project,
              path: 'usage',
              evidence: project.content.usage,
              message: `资金用途写的是“${shown(project.content.usage)}”，那是另一个项目，请核对。`,
            },
          ];
    }),
};

const MEASURED = /(\d+(?:\.\d+)?)\s*(名|人|个|户|次|场|期|台|套|处|盏|公里|亩|部|辆)\s*([\p{Script=Han}]{2,4})/gu;
const PEOPLE = /^(?:名|人|位)$/u;

/** The goal says another number than the indicator. */
export const goalNumbers: Rule = {
  id: 'goal-numbers',
  kind: 'goal-indicator-mismatch',
  severity: 'hint',
  head: '相关性',
  question: '目标里的数字和指标里的数字一致吗？',
  source: '财预〔2015〕88号（相应匹配）；惯例',
  project: ({ content, indicators }) =>
    content.goals.flatMap((goal, at) =>
      Array.from(goal.matchAll(MEASURED)).flatMap(([text, number = '', unit = '', noun = '']): Found[] => {
        const one = indicators.find(
          ({ kind, name, value, numbers }) =>
            kind === 'quantity' && numbers.length > 0 && name.includes(noun.slice(0, 3)) && sameUnit(value.unit, unit),
        );
        const [low = 0, high = low] = one?.numbers ?? [];
        if (one === undefined || (Number(number) >= low && Number(number) <= high) || one.name.includes(number))
          return [];
        return [
          {
            path: `goals.${at}`,
            evidence: text,
            message: `目标里是“${text}”，${whose(one)}是“${one.printed}”，请核对哪个对。`,
          },
        ];
      }),
    ),
};

const sameUnit = (one: string, other: string): boolean => one === other || (PEOPLE.test(one) && PEOPLE.test(other));
