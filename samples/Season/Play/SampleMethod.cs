using Market.Ledger.Methods;

namespace Market.Samples.Play;

/// <summary>A payment method as a sample needs it.</summary>
internal sealed record SampleMethod(string Name, string Label, PaymentUse Use, params PaymentField[] Asked) : IPaymentMethod
{
    /// <summary>What the market offers, in the order its charts show them.</summary>
    public static IReadOnlyList<SampleMethod> Offered { get; } =
    [
        new("cash", "Cash", PaymentUse.OnSite),
        new("cheque", "Cheque", PaymentUse.OnSite, new PaymentField("cheque-number", "Cheque number", Required: true)),
        new("card-terminal", "Card at the stall", PaymentUse.OnSite),
        new("transfer", "Transfer", PaymentUse.Transfer),
        new("stripe", "Card online", PaymentUse.Online),
    ];

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => Asked;
}
