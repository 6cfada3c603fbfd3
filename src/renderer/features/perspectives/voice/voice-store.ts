import { create } from 'zustand'

export type VoiceUnit = 'words' | 'passages'

interface VoiceState {
  isOpen: boolean
  unit: VoiceUnit
  isTable: boolean
  set(change: Partial<Omit<VoiceState, 'set'>>): void
}

/** How the voice share is looked at, for the session. */
export const useVoice = create<VoiceState>()(set => ({
  isOpen: false,
  unit: 'words',
  isTable: false,
  set: change => set(change)
}))
