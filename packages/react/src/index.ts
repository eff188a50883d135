export { Announcer } from './announcer/announcer.tsx';
export { Button, type ButtonProps } from './button/button.tsx';
export { captionChoices, standardLook, type CaptionChoice, type CaptionLook } from './captions/caption-choices.ts';
export { useCaptionPreferences, type CaptionPreferences } from './captions/caption-look.ts';
export { Captions } from './captions/load-captions.ts';
export type { ChatProps } from './chat/chat.tsx';
export { Chat } from './chat/load-chat.ts';
export { ConnectionTest } from './connection-test/connection-test.tsx';
export { DeviceTrouble, type DeviceTroubleProps } from './device-trouble/device-trouble.tsx';
export { CaptureControls } from './consent/capture-controls.tsx';
export { ConsentDialog, type ConsentDialogProps } from './consent/consent-dialog.tsx';
export { ConsentStatus, type ConsentStatusProps } from './consent/consent-status.tsx';
export { CopyDiagnostics } from './copy-diagnostics/copy-diagnostics.tsx';
export { Ended, type EndedProps } from './ended/ended.tsx';
export { useAction, type ActionParameters, type ActionState } from './hooks/use-action.ts';
export { useConversation, useRecipients, useUnread } from './hooks/use-conversation.ts';
export { useConsent } from './hooks/use-consent.ts';
export { useDecision } from './hooks/use-decision.ts';
export { useDeviceState, useDevices } from './hooks/use-devices.ts';
export { useLevel } from './hooks/use-level.ts';
export { useParticipant } from './hooks/use-participant.ts';
export { useSelection } from './hooks/use-selection.ts';
export { useVisitOwner } from './hooks/use-visit-owner.ts';
export { useVisitState } from './hooks/use-visit-state.ts';
export { Icon, type IconName, type IconProps } from './icon/icon.tsx';
export { LeaveDialog } from './leave-dialog/lazy-leave-dialog.ts';
export type { LeaveDialogProps } from './leave-dialog/leave-dialog.tsx';
export type {
  ArgumentsOf,
  Catalogue,
  LaterPhraseKey,
  ParametersOf,
  PhraseKey,
  Translate,
} from './messages-catalogue/catalogue.ts';
export type { LaterWords, Words } from './messages-catalogue/create-words.ts';
export { en } from './messages-catalogue/en.ts';
export type { Phrase, PluralPhrase } from './messages-catalogue/phrase.ts';
export { useLaterWords } from './messages-catalogue/use-later-words.ts';
export { useWords } from './messages-catalogue/words-context.ts';
export type { LazyPart } from './part-boundary/lazy-part.tsx';
export { Notices } from './notices/notices.tsx';
export { SilentMicrophone, type SilentMicrophoneProps } from './notices/silent-microphone.tsx';
export type { PeopleProps } from './people/people.tsx';
export { People } from './people/load-people.ts';
export { Problem, type ProblemProps } from './problem/problem.tsx';
export { Readiness } from './readiness/readiness.tsx';
export { Reconnecting } from './reconnecting/reconnecting.tsx';
export { useNamesHidden } from './roster-name/use-names-hidden.ts';
export { RosterName, type RosterNameProps } from './roster-name/roster-name.tsx';
export type { Roster, RosterEntry } from './roster-name/roster.ts';
export { ScreenHeading, type ScreenHeadingProps } from './screen-heading/screen-heading.tsx';
export { CameraPreview } from './settings/camera-preview.tsx';
export { DeviceChoice } from './settings/device-choice.tsx';
export { MicrophoneMeter } from './settings/microphone-meter.tsx';
export type { SettingsProps } from './settings/settings.tsx';
export { Settings } from './settings/load-settings.ts';
export { SpeakerTest } from './settings/speaker-test.tsx';
export { LogoffGuard, type LogoffGuardProps } from './step-away/logoff-guard.tsx';
export { StepAwayControl } from './step-away/step-away-control.tsx';
export { OwnShare } from './stage/own-share.tsx';
export { RemoteAudio } from './stage/remote-audio.tsx';
export { SelfView } from './stage/self-view.tsx';
export { SharedScreen, type SharedScreenProps } from './stage/shared-screen.tsx';
export { Stage } from './stage/stage.tsx';
export { Tile, type TileProps } from './stage/tile.tsx';
export { Control, type ControlProps } from './toolbar/control.tsx';
export { EndControl, LeaveControl } from './toolbar/leave-controls.tsx';
export { ChatControl, PeopleControl, type PanelControlProps } from './toolbar/panel-controls.tsx';
export {
  CameraControl,
  HandControl,
  MicrophoneControl,
  ShareControl,
  type ActionControlProps,
} from './toolbar/source-controls.tsx';
export { Toolbar, type Panel, type ToolbarProps } from './toolbar/toolbar.tsx';
export { SmallWindowControl } from './picture-in-picture/load-small-window.ts';
export { ShortcutHelp } from './shortcut-help/shortcut-help.tsx';
export { MediaStopped, type MediaStoppedProps } from './video-room/media-stopped.tsx';
export { VideoRoom, type VideoRoomProps } from './video-room/video-room.tsx';
export { VisitTimer } from './visit-timer/load-visit-timer.ts';
export { usePortal, useVisit } from './visit-context/use-visit.ts';
export { VisitProvider, type VisitProviderProps } from './visit-context/visit-provider.tsx';
export { Knocks } from './waiting-room/knocks.tsx';
export { OpeningPreview, VisitOpening } from './visit-opening/load-visit-opening.ts';
export type { VisitSafetyProps } from './visit-safety/visit-safety.tsx';
export { VisitSafety } from './visit-safety/load-visit-safety.ts';
export { Unexpected } from './unexpected/unexpected.tsx';
export { WaitingRoom, type WaitingRoomProps } from './waiting-room/waiting-room.tsx';
export { WeakConnection } from './weak-connection/load-weak-connection.ts';
