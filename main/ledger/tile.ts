/** Leaves of the ledger's tree are kept together by 256, as in C2SP tlog-tiles: the hash over each such tile stands in the table `tiles`. */
export const TILE_HEIGHT = 8
export const TILE_WIDTH = 2 ** TILE_HEIGHT

export interface StoredTile { n: number; hash: Uint8Array }
