using Market.Ledger.Methods;

namespace Market.Ledger.Tests;

internal sealed record TestMethod(string Name, bool Refunds = true, params PaymentField[] Asked) : IPaymentMethod
{
    public string Label => Name;

    public PaymentUse Use => PaymentUse.OnSite;

    public bool MembersMayChoose => true;

    public IReadOnlyList<PaymentField> Fields => Asked;
}
