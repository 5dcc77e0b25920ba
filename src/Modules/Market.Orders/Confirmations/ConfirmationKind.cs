using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Confirmations;

/// <summary>The confirmation of an order, which whoever sells at a distance owes in writing.</summary>
public sealed class ConfirmationKind(IMailChoices choices, IStringLocalizer<ConfirmationKind> S) : KeptMailKind(choices)
{
    public override string Name => "order-confirmations";

    public override string Label => S["Confirmations of your orders"];

    public override string Purpose => S["When you order, change or cancel: the law has the market confirm it in writing."];

    public override bool IsObligatory => true;
}
