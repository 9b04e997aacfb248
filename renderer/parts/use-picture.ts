import { useEffect, useMemo } from 'react'

/** An address for a picture that lies nowhere but here; given back when it is no longer looked at. */
export function usePicture(bytes: Uint8Array | undefined): string | null {
  const url = useMemo(() => (bytes ? URL.createObjectURL(new Blob([new Uint8Array(bytes)])) : null), [bytes])
  useEffect(() => () => { if (url !== null) URL.revokeObjectURL(url) }, [url])
  return url
}
