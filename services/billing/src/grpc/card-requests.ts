import Type from 'typebox';

/** What each method about cards takes. */
export const CreateSetupIntentRequest = Type.Object({ requestId: Type.String({ maxLength: 200 }) });
export const PaymentMethodRequest = Type.Object({
  paymentMethodId: Type.String({ pattern: '^pm_\\w{1,97}$' }),
});
