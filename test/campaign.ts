/**
 * How much of a slow campaign is run. `npm run test:slow` and CI take the smaller figure, so that they end within the hour;
 * AZUKARI_CAMPAIGN=full takes the larger, for a night.
 */
export const sized = (small: number, full: number): number => (process.env['AZUKARI_CAMPAIGN'] === 'full' ? full : small)
