// The portal's English wording is not public: every sentence here is our plausible translation.
export const MESSAGES_EN = {
  accountKnown: 'Your details seem to be linked to an existing account already.',
  accountIncorrect: 'Some of the information you entered is incorrect. Please check your entries.',
  tooEarly: 'It is too early to apply for the renewal of your permit.',
  notProtected:
    'Invalid application. Your application cannot be submitted. You are not recognised as a beneficiary of international protection.',
  stampUsed: 'This stamp cannot be used. It has already been used.',
  stampConsumed: 'Your stamp has been used.',
  resourcesMinimum: 'You have not reached the minimum amount of resources required',
  recapRule:
    'I check the information I have entered before confirming it. Once the application has been sent, I can no longer change it.',
  requestSent: 'Your application was sent on {date} at {time}. Its number is {number}',
  requestClosed: 'Notification of closure of the application',

  accountFormat: 'format not respected',
  expiredNineMonths: 'Your residence permit expired more than 9 months ago',
  duplicate: 'You already have an application in progress.',
  uploadNotProcessed: 'The file could not be processed.',
  uploadTooBig: 'The file exceeds the maximum size allowed (10 MB).',
  uploadFormat: 'Unsupported file format. Accepted formats: PDF, PNG, JPEG.',

  technicalError: 'A technical error has occurred. Please try again later.',
  sessionExpired: 'Your session has expired. Please log in again.',
  notYours: 'You do not have access to this application.',
  notFound: 'Page not found.',
  required: 'This field is required.',
  dateInvalid: 'The date must be written dd/mm/yyyy.',
  agdrefInvalid: 'The foreigner number has 10 digits.',
  postcodeInvalid: 'The postcode has 5 digits.',
  phoneInvalid: 'The telephone number is not valid.',
  emailInvalid: 'The e-mail address is not valid.',
  amountInvalid: 'The amount must be a number.',
  stampInvalid: 'The stamp number has 16 digits.',
  accountCreated: 'Your account has been created. You can log in.',
  underReview: 'Application under review',
  welcome: 'Welcome to your personal space',
  received: 'Your application has been received',
};
