import { fillTemplate } from '../../../shared/grid/names.ts';
import { letterDate, templateTokens } from '../../../shared/model/tokens.ts';
import type { Settings, Unit } from '../../../shared/model/unit.ts';

export interface MailFacts {
  readonly unit: Unit;
  readonly count: number;
  readonly now: Date;
  /** {表名}: official name of the table that is attached. */
  readonly paper: string;
}

/** The mail as the settings' template gives it. */
export const mailFromTemplate = (settings: Settings, { unit, count, now, paper }: MailFacts): Settings['mail'] => {
  const { year, operator } = settings;
  const tokens = templateTokens({ unit, year, operator, count, paper, date: letterDate(now) });
  const { to, subject, body } = settings.mail;
  return { to, subject: fillTemplate(subject, tokens), body: fillTemplate(body, tokens) };
};
