using Market.Ledger.Methods;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Methods;

public sealed class TransferMethod(IStringLocalizer<TransferMethod> S) : IPaymentMethod
{
    public string Name => BuiltInMethods.Transfer;

    public string Label => S["Transfer"];

    public PaymentUse Use => PaymentUse.Transfer;

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => [new("transfer-reference", S["Transfer reference"], Required: false)];
}
