using System.Text.Json.Nodes;
using Market.Payments.Models;
using Market.Payments.Settings;
using Microsoft.Extensions.Localization;

namespace Market.Payments.YearsTurn;

/// <summary>Moves the lock of days by the rules of the accounting settings, and in the trail of those.</summary>
public sealed class LockMover(AccountingInRecipes settings, IStringLocalizer<LockMover> S)
{
    /// <summary>Locks up to a day.</summary>
    /// <returns>Why not, or none where it is locked.</returns>
    public async Task<string?> MoveAsync(string? day)
    {
        if (string.IsNullOrWhiteSpace(day))
        {
            return S["Please enter the date."];
        }

        var reading = await settings.ReadAsync(new JsonObject { [nameof(AccountingSettings.LockDay)] = day });
        if (reading.Faults is [var fault, ..])
        {
            return fault.Sentence ?? S["Please enter the date."];
        }

        await reading.SaveAsync();
        return null;
    }
}
