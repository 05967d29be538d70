import { fillTemplate } from '../../../shared/grid/names.ts';
import { letterDate, templateTokens } from '../../../shared/model/tokens.ts';
import type { Settings, Unit } from '../../../shared/model/unit.ts';

export interface MailFacts {
  readonly unit: Unit;
  readonly count: number;
  readonly now: Date;
}

/** The mail as the settings' template gives it. */
export const mailFromTemplate = (settings: Settings, { unit, count, now }: MailFacts): Settings['mail'] => {
  const { year, operator } = settings;
  const tokens = templateTokens({ unit, year, operator, count, date: letterDate(now) });
  const { to, subject, body } = settings.mail;
  return { to, subject: fillTemplate(subject, tokens), body: fillTemplate(body, tokens) };
};
