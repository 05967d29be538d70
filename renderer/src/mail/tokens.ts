import { fillTemplate } from '../../../shared/grid/names.ts';
import type { Settings } from '../../../shared/model/unit.ts';

/** `2024年3月5日`, as letters are dated. */
export const letterDate = (now: Date): string => `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;

export interface MailFacts {
  readonly unit: string;
  readonly projects: number;
  readonly now: Date;
}

/** The mail as the settings' template gives it: {单位} {年度} {项目数} {填报人} {日期} filled in. */
export const mailFromTemplate = (settings: Settings, { unit, projects, now }: MailFacts): Settings['mail'] => {
  const tokens = {
    单位: unit,
    年度: String(settings.year),
    项目数: String(projects),
    填报人: settings.operator,
    日期: letterDate(now),
  };
  const { to, subject, body } = settings.mail;
  return { to, subject: fillTemplate(subject, tokens), body: fillTemplate(body, tokens) };
};
