export { Announcer } from './announcer/announcer.tsx';
export { Button, type ButtonProps } from './button/button.tsx';
export { Chat, type ChatProps } from './chat/chat.tsx';
export { ConnectionTest } from './connection-test/connection-test.tsx';
export { DeviceTrouble, type DeviceTroubleProps } from './device-trouble/device-trouble.tsx';
export { Ended } from './ended/ended.tsx';
export { useAction, type ActionParameters, type ActionState } from './hooks/use-action.ts';
export { useConversation, useRecipients, useUnread } from './hooks/use-conversation.ts';
export { useDecision } from './hooks/use-decision.ts';
export { useDeviceState, useDevices } from './hooks/use-devices.ts';
export { useLevel } from './hooks/use-level.ts';
export { useParticipant } from './hooks/use-participant.ts';
export { useSelection } from './hooks/use-selection.ts';
export { useVisitOwner } from './hooks/use-visit-owner.ts';
export { useVisitState } from './hooks/use-visit-state.ts';
export { Icon, type IconName, type IconProps } from './icon/icon.tsx';
export { LeaveDialog, type LeaveDialogProps } from './leave-dialog/leave-dialog.tsx';
export type { ArgumentsOf, Catalogue, ParametersOf, PhraseKey, Translate } from './messages-catalogue/catalogue.ts';
export type { Words } from './messages-catalogue/create-words.ts';
export { en } from './messages-catalogue/en.ts';
export type { Phrase, PluralPhrase } from './messages-catalogue/phrase.ts';
export { useWords } from './messages-catalogue/words-context.ts';
export { Notices } from './notices/notices.tsx';
export { People, type PeopleProps } from './people/people.tsx';
export { Problem, type ProblemProps } from './problem/problem.tsx';
export { Readiness } from './readiness/readiness.tsx';
export { Reconnecting } from './reconnecting/reconnecting.tsx';
export { RosterName, type RosterNameProps } from './roster-name/roster-name.tsx';
export type { Roster, RosterEntry } from './roster-name/roster.ts';
export { ScreenHeading, type ScreenHeadingProps } from './screen-heading/screen-heading.tsx';
export { CameraPreview } from './settings/camera-preview.tsx';
export { DeviceChoice } from './settings/device-choice.tsx';
export { MicrophoneMeter } from './settings/microphone-meter.tsx';
export { Settings, type SettingsProps } from './settings/settings.tsx';
export { SpeakerTest } from './settings/speaker-test.tsx';
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
export { MediaStopped, type MediaStoppedProps } from './video-room/media-stopped.tsx';
export { VideoRoom, type VideoRoomProps } from './video-room/video-room.tsx';
export { usePortal, useVisit } from './visit-context/use-visit.ts';
export { VisitProvider, type VisitProviderProps } from './visit-context/visit-provider.tsx';
export { Knocks } from './waiting-room/knocks.tsx';
export { VisitSafety, type VisitSafetyProps } from './visit-safety/visit-safety.tsx';
export { Unexpected } from './unexpected/unexpected.tsx';
export { WaitingRoom, type WaitingRoomProps } from './waiting-room/waiting-room.tsx';
export { WeakConnection } from './weak-connection/weak-connection.tsx';
