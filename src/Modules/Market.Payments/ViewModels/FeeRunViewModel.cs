using Market.Payments.Fees;
using Market.Payments.Models;

namespace Market.Payments.ViewModels;

public class FeeRunViewModel
{
    public required FeeRun Run { get; init; }

    /// <summary>What it would post now, while it is proposed.</summary>
    public required FeePlan? Plan { get; init; }

    public required IReadOnlyDictionary<string, ClientAccount> Accounts { get; init; }

    public required IReadOnlyDictionary<string, string> Users { get; init; }

    /// <summary>Whether the reader proposed it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>How many open accounts have not been charged under its name.</summary>
    public required int Rest { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public string NameOf(string? userId) => userId is null ? "–" : Users.GetValueOrDefault(userId) ?? userId;

    public string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("g");
}
