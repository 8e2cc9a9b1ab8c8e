import { documents } from './en/documents';

/** The sentences of the pages to read, apart from the others because most visits need none of them. */
export const documentMessages = documents;
