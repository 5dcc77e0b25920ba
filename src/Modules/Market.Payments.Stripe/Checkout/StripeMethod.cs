using Market.Ledger.Methods;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Checkout;

public sealed class StripeMethod(IStringLocalizer<StripeMethod> S) : IPaymentMethod
{
    public const string MethodName = "stripe";

    public string Name => MethodName;

    public string Label => S["Card online"];

    public PaymentUse Use => PaymentUse.Online;

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => [];
}
