export interface How<P> { signal: AbortSignal; onProgress(progress: P): void }
