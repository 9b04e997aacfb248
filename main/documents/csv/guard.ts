/**
 * Protects a value from spreadsheets: what they would run as a formula, round to 4.01E+11, strip of its zeros or take for
 * a date gets an apostrophe in front. `unguard` takes exactly that one away again, so any value survives.
 */
export function guard(value: string): string {
  return needsGuard(value) ? `'${value}` : value
}

export function unguard(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

function needsGuard(value: string): boolean {
  if (/^['=+\-@\t\r\n＝＋－＠]/.test(value)) return true
  // Whole numbers that a spreadsheet shows in full stay numbers; ISO days it shows its own way, which is read again.
  if (/^(0|[1-9]\d{0,10})$/.test(value) || /^\d{4}-\d\d-\d\d$/.test(value)) return false
  return /^[\d\s.,:/\-年月日%¥\\$]*\d[\d\s.,:/\-年月日%eE+]*$/.test(value)
}
