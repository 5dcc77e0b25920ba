using Microsoft.Extensions.Localization;

namespace Market.Payments.Workflows.Events;

/// <summary>Occurs once an account that owed something owes nothing.</summary>
public sealed class BalanceSettledEvent(IStringLocalizer<BalanceSettledEvent> S) : AccountEvent(S)
{
    public override string Name => MarketEventNames.BalanceSettled;

    public override LocalizedString DisplayText => S["Balance settled"];
}
