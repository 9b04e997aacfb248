/** The city's files of the scenario, fictitious, byte for byte (Shift_JIS as cities send them). */
export const fixtures: readonly { name: string; count: number | null; sha256: string; base64: string }[] = [
  {
    name: 'R09_shiminzei_atena.csv', count: 12, sha256: '974b7500b0eec6a780051f3072e805a1a03db1ffa85f8941ef4e5d42621e47a2',
    base64: [
      'iLaWvJTUjYYsjoGWvCyOgZa8g0qDaSyXWJXWlNSNhiyPWo+KLJDFinoNCjkwMDAwMDAxLJDCl3SW7IFAkb6YWSyDQYNJg2+DbYFAg16DjYNFLDAwMC0wMDAwLJDCl3SW7I5zicuL85KsMZTUkm4sMT',
      'AwMDANCjkwMDAwMDAyLJRbkMWBQInUjnEsg22DRYNbg0OBQINug2mDUiwwMDAtMDAwMCyQwpd0luyOc4nLi/OSrDKU1JJuLDIwMDAwDQo5MDAwMDAwMyzu4JNjgUCOwCyDXoNKg1+BQIN+g22Diyww',
      'MDAtMDAwMCyQwpd0luyOc4nLi/OSrDOU1JJuLDMwMDAwDQo5MDAwMDAwNCyOUu2VgUCC3YLHgugsg4SDfYNUg0yBQIN+g2iDiiwwMDAtMDAwMCyQwpd0luyOc4nLi/OSrDSU1JJuLDQwMDAwDQo5MD',
      'AwMDAwNSyJy4vzgUCI6phZLINKg06DRYFAg0ODYIONg0UsMDAwLTAwMDAskMKXdJbsjnOJy4vzkqw1lNSSbiw1MDAwMA0KOTAwMDAwMDYsjo6MsYFAl8eOcSyDVoNQg5OBQIOKg4eDRYNSLDAwMC0w',
      'MDAwLJDCl3SW7I5zicuL85KsNpTUkm4sNjAwMDANCjkwMDAwMDA3LIyplnuBQI6fmFksg36DeoOTgUCDV4ONg0UsMDAwLTAwMDAskMKXdJbsjnOJy4vzkqw3lNSSbiw3MDAwMA0KOTAwMDAwMDgsib',
      'yWvIFAgrOCrYLnLINKg4GDQ4FAg1SDToOJLDAwMC0wMDAwLJDCl3SW7I5zicuL85KsOJTUkm4sODAwMDANCjkwMDAwMDA5LJfhjqaBQI5PmFksg4yDQ4NXgUCDVIN1g42DRSwwMDAtMDAwMCyQwpd0',
      'luyOc4nLi/OSrDmU1JJuLDkwMDAwDQo5MDAwMDAxMCyQl4xggUCC5ILoLINxg2mDS4NegUCDhoOKLDAwMC0wMDAwLJDCl3SW7I5zicuL85KsMTCU1JJuLDEwMDAwMA0KOTAwMDAwMTEsjJ+P2IFAjm',
      'yYWSyDUIOTg1aDh4NFgUCDVoONg0UsMDAwLTAwMDAskMKXdJbsjnOJy4vzkqwxMZTUkm4sMTEwMDAwDQo5MDAwMDAxMiyVV5Z7gUCCoIKpgsssg3GDh4NFg3qDk4FAg0GDSoNsLDAwMC0wMDAwLJDC',
      'l3SW7I5zicuL85KsMTKU1JJuLDEyMDAwMA0K',
    ].join(''),
  },
  {
    name: 'R09_record_layout.csv', count: null, sha256: '999e8bff370429fb72eaa36be783914818e20f32dab5dcac0f8aaa78ab224100',
    base64: [
      'jYCU1CyNgJbalrwsjIWQlCyU9Y1sDQoxLIi2lryU1I2GLDgsDQoyLI6BlrwsNDAsik+OmoLNgayCyZJ1ircNCjMsjoGWvINKg2ksNDAsDQo0LJdYldaU1I2GLDgsDQo1LI9aj4osODAsDQo2LJDFin',
      'osMTIsDQo=',
    ].join(''),
  },
  {
    name: 'R09_futo_sample.txt', count: null, sha256: '3c8045f46e71d0a468bbe93b95b57c34720cb831a485ffd6af998fadc537f526',
    base64: [
      'lFuQxZLKkm2PkZWVk/yOZJdsgWmMqZZ7gWoNCpGLgqCCq5WVk5uBQJK3jGCCUo2GDQo=',
    ].join(''),
  },
]
