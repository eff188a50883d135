import { redirectHms } from '@quietroom/emulators/100ms/redirect';
import { redirectWhereby } from '@quietroom/emulators/whereby/redirect';

// Nothing in this demo reaches a vendor: their SDKs, unmodified, talk to the stand-ins on this page's own port.
redirectWhereby();
redirectHms();
