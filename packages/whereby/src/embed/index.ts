export {
  rulesGivenUp,
  UnguardedEmbedRefused,
  UnguardedWherebyEmbed,
  type UnguardedWherebyEmbedProps,
} from './unguarded-whereby-embed.ts';
