/** A size as it is read: `12.4 MB`, never less than what is needed. */
export const megabytes = (bytes: number): string => `${(Math.ceil(bytes / 100_000) / 10).toLocaleString('ja-JP')} MB`
