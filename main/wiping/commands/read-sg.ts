/** `sg_opcodes --opcode=0x48,N`: whether a SCSI drive takes this kind of SANITIZE; null when it does not say. */
export function readOpcode(text: string): boolean | null {
  if (/\bNOT supported\b/i.test(text)) return false
  return /\bsupported \[conforming to SCSI standard\]/.test(text) ? true : null
}

/** `sg_requests --progress`: a fraction while something runs, null when nothing does. */
export function readProgress(text: string): number | null {
  const found = /Progress indication:\s+(\d+(?:\.\d+)?)% done/.exec(text)?.[1]
  return found === undefined ? null : Number(found) / 100
}
