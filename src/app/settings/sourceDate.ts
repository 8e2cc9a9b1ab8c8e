import { messages } from '../../messages/messages';

/** The date of a source, as exactly as it is known: "2024", "December 2023", "26 September 2023". */
export function sourceDate(date: string | null): string {
  if (date === null) return messages.page.settings.evidence.undated;
  const [, month, day] = date.split('-');
  if (month === undefined) return date;
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : ({ day: 'numeric' } as const)),
    timeZone: 'UTC',
  });
  return format.format(new Date(date));
}
