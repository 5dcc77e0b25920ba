using Market.Ledger.Distributions;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Closing;

/// <summary>Says what is still open at a distribution.</summary>
public sealed class ClosingWords(IStringLocalizer<ClosingWords> S)
{
    public string Say(OpenMatter matter, DistributionSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return matter switch
        {
            OpenMatter.StillOrdering => S["Members may still order: once it is closed, they may not."],
            OpenMatter.DebitMissing => S.Plural(
                sheet.Orders.Count(order => order.Differs),
                "One order does not have the debit it should have on its account. Post it before you close.",
                "{0} orders do not have the debit they should have on their accounts. Post them before you close."),
            OpenMatter.Unpaid => S.Plural(
                sheet.Orders.Count(order => order.Remaining.IsPositive),
                "One order is not paid in full: {1} stays to be paid.",
                "{0} orders are not paid in full: {1} stays to be paid.",
                sheet.Remaining.ForPeople()),
            OpenMatter.Announced => S.Plural(
                sheet.Announced.Count,
                "One payment is announced and has not arrived. It stays pending.",
                "{0} payments are announced and have not arrived. They stay pending."),
            OpenMatter.NotCollected => S.Plural(
                sheet.Orders.Count(order => !order.Collected),
                "One order was not collected.",
                "{0} orders were not collected."),
            OpenMatter.EntriesRefused => S.Plural(
                sheet.RefusedEntries,
                "One entry of the counter was refused. See below whether it was put right.",
                "{0} entries of the counter were refused. See below whether they were put right."),
            _ => throw new InvalidOperationException($"No words for {matter}."),
        };
    }
}
