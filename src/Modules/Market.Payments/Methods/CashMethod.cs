using Market.Ledger;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Methods;

public sealed class CashMethod(IStringLocalizer<CashMethod> S) : IPaymentMethod
{
    public const string MethodName = "cash";

    public string Name => MethodName;

    public string Label => S["Cash"];

    public PaymentUse Use => PaymentUse.OnSite;

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => [];
}
