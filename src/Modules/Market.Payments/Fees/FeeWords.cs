using Market.Payments.Models;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Fees;

/// <summary>Says what became of a run.</summary>
public sealed class FeeWords(IStringLocalizer<FeeWords> S)
{
    public string State(string state) => state switch
    {
        FeeRunState.Proposed => S["waits for approval"],
        FeeRunState.Posted => S["all posted"],
        FeeRunState.Declined => S["declined"],
        FeeRunState.Withdrawn => S["withdrawn"],
        _ => S["undone"],
    };

    public static string Badge(string state) => state switch
    {
        FeeRunState.Proposed => "market-wait",
        FeeRunState.Posted => "text-bg-success",
        _ => "text-bg-secondary",
    };
}
