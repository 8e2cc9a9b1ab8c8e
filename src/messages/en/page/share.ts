/** Passing a result on: links, files, citations, embedding, and what a link that was opened says. */
export const share = {
  button: 'Share',
  title: 'Share this result',
  close: 'Close',
  link: {
    heading: 'Link',
    note: 'Anyone who opens it sees the same numbers, to the last bit. Everything is in the link; nothing is stored anywhere.',
    copy: 'Copy link',
    copied: 'Copied',
    copyFailed: 'The browser did not allow copying; the text is selected instead.',
    text: 'With the finding',
    copyText: 'Copy text',
    office: 'For Word, PowerPoint and other programs that cut links at #',
    copyOffice: 'Copy',
    qr: 'QR code of the link',
    qrNote: 'Point a phone at it.',
    noQr: 'This address is too long for a QR code.',
    local: 'This page is served from your own machine, so the link works on this machine only.',
  },
  noLink: 'No link',
  paper: {
    heading: 'Paper',
    note: 'One page of A4 for a meeting, with the link as a QR code. It can be saved as a PDF.',
    print: 'Print one page',
  },
  file: {
    heading: 'Scenario file',
    note: 'The whole scenario as JSON. Drop such a file anywhere on the page to open it.',
    save: 'Save file',
    open: 'Open a file',
    resultsCsv: 'Results as CSV',
    resultsJson: 'Results as JSON',
  },
  cite: {
    heading: 'Cite',
    text: 'In a text',
    bibtex: 'BibTeX',
    copy: 'Copy',
    author: 'RSP Simulator contributors',
    citation: (parts: {
      readonly year: string;
      readonly version: string;
      readonly model: string;
      readonly scenario: string;
      readonly seed: string;
      readonly runs: string;
      readonly fingerprint: string;
      readonly link: string;
      readonly date: string;
    }) =>
      `RSP Simulator contributors (${parts.year}). RSP Simulator, version ${parts.version}, model ${parts.model} ` +
      `[Computer software]. Scenario: ${parts.scenario}; seed ${parts.seed}; ${parts.runs} futures; ` +
      `fingerprint ${parts.fingerprint}. Accessed ${parts.date}. ${parts.link}`,
    note: (parts: {
      readonly model: string;
      readonly scenario: string;
      readonly seed: string;
      readonly runs: string;
      readonly fingerprint: string;
    }) =>
      `Model ${parts.model}. Scenario: ${parts.scenario}. Seed ${parts.seed}, ${parts.runs} futures, ` +
      `fingerprint ${parts.fingerprint}`,
  },
  embed: {
    heading: 'Embed',
    note: 'A compact view for another page. It fits itself to the frame, and computes in the frame.',
    copy: 'Copy HTML',
    title: (scenario: string) => `RSP Simulator: ${scenario}`,
    full: 'Open in the simulator',
  },
  /** What is said about a link or a file that was opened. */
  opened: {
    dismiss: 'Dismiss',
    same: (fingerprint: string) =>
      `These are the numbers that were shared: the fingerprint ${fingerprint} matches.`,
    other: (theirs: string, ours: string) =>
      `These are not the numbers that were shared: their fingerprint was ${theirs}, this one is ${ours}.`,
    refusedLink: (shown: string) => `This link could not be opened. Shown instead: ${shown}.`,
    refusedFile: (name: string, shown: string) =>
      `The file ${name} could not be opened. Still shown: ${shown}.`,
    file: (name: string) => `Opened from the file ${name}.`,
    issue: (path: string, expected: string, received: string) =>
      `${path === '' ? 'The whole' : path}: expected ${expected}; received ${received}.`,
    oneFile: (n: number) => `One file at a time can be opened; ${n} were dropped.`,
    atMostOneMegabyte: 'a scenario file of at most 1 MB',
    megabytes: (n: number) => `${n.toFixed(1)} MB`,
    utf8: 'text in UTF-8',
    otherBytes: 'bytes that are no such text',
    more: (n: number) => `and ${n} more`,
  },
  drop: 'Drop a scenario file to open it',
} as const;
