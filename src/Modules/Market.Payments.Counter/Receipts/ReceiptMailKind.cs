using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Receipts;

/// <summary>Receipts by mail: who wants none gets them on paper, or finds them on <i>My account</i>.</summary>
public sealed class ReceiptMailKind(IMailChoices choices, IStringLocalizer<ReceiptMailKind> S) : KeptMailKind(choices)
{
    public override string Name => "receipts";

    public override string Label => S["Receipts"];

    public override string Purpose => S["When a coordinator sends you the receipt of a payment. Without them you find each receipt on My account."];

    public override bool IsOfAccount => true;
}
