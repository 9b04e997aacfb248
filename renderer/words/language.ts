import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

export type Language = 'ja' | 'en'

const KEPT_AS = 'azukari.language'

export function languageKept(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'ja'
}

export function speak(language: Language): void {
  localStorage.setItem(KEPT_AS, language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** The language that the screen speaks now. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ja'
}
