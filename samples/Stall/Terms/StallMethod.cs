using Market.Ledger.Methods;

namespace Market.Stall.Terms;

/// <summary>A way to pay at the stall. Its label is English; a page says it in the reader's language.</summary>
internal sealed record StallMethod(string Name, string Label, PaymentUse Use, params PaymentField[] Asked) : IPaymentMethod
{
    /// <summary>All there are, by the names that the site's own methods have.</summary>
    public static IReadOnlyList<StallMethod> All { get; } =
    [
        new("cash", "Cash", PaymentUse.OnSite),
        new("cheque", "Cheque", PaymentUse.OnSite, new PaymentField("cheque-number", "Cheque number", Required: true), new PaymentField("cheque-bank", "Issuing bank", Required: false)),
        new("card-terminal", "Card at the stall (terminal)", PaymentUse.OnSite),
        new("transfer", "Transfer", PaymentUse.Transfer),
    ];

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => Asked;
}
