using Market.Ledger.Methods;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Methods;

public sealed class ChequeMethod(IStringLocalizer<ChequeMethod> S) : IPaymentMethod
{
    public string Name => BuiltInMethods.Cheque;

    public string Label => S["Cheque"];

    public PaymentUse Use => PaymentUse.OnSite;

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields =>
    [
        new(ChequeFields.Number, S["Cheque number"], Required: true),
        new(ChequeFields.Bank, S["Issuing bank"], Required: false),
    ];
}
