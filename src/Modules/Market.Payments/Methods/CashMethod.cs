using Market.Ledger.Methods;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Methods;

public sealed class CashMethod(IStringLocalizer<CashMethod> S) : IPaymentMethod
{
    public string Name => BuiltInMethods.Cash;

    public string Label => S["Cash"];

    public PaymentUse Use => PaymentUse.OnSite;

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => [];
}
