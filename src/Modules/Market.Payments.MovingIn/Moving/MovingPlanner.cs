using System.Globalization;
using Market.Ledger;
using Market.Payments.MovingIn.Models;
using Market.Payments.MovingIn.Reading;
using Market.Tables.Files;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Says what moving in from a file would do: the preview shows it, and the commit asks again, in its own transaction.</summary>
public sealed class MovingPlanner(KnownPeople known, IMarketTerms terms, IMarketCalendar calendar, IAccountRegister register)
{
    public async Task<MovingPlan> PlanAsync(MovingUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var market = await terms.GetAsync();
        using var content = new MemoryStream(upload.Content, writable: false);
        var sheet = MovingSheet.Read(TableFile.Open(content, upload.Choice.Form), upload.Choice, market.Currency);
        var faults = sheet.Faults.ToList();
        if (!market.PaymentsActive)
        {
            faults.Add(new MovingFault(0, MovingFaultReason.PaymentsOff));
        }

        if (await JudgeDayAsync(upload.Choice.Day) is { } fault)
        {
            faults.Add(fault);
        }

        var site = await known.ReadAsync(sheet.Lines);
        var steps = new List<MovingStep>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in sheet.Lines)
        {
            var (step, wrong) = Decide(line, site);
            if (step?.Account is { } account && !lines.TryAdd(account.Id, line.Line))
            {
                wrong = new MovingFault(line.Line, MovingFaultReason.ClientTwice, $"{account.Number} {account.Name}", lines[account.Id]);
            }

            if (wrong is not null)
            {
                faults.Add(wrong);
            }
            else
            {
                steps.Add(step!);
            }
        }

        return new MovingPlan(steps, [.. faults.OrderBy(found => found.Line)], sheet.Rows, market.Currency);
    }

    private static (MovingStep? Step, MovingFault? Fault) Decide(MovingLine line, KnownSite site)
    {
        var userId = site.UserOf(line);
        var found = userId is not null ? site.AccountOf(userId) is { } own ? [own] : [] : line.Email.Length > 0 ? [] : site.AccountsNamed(line.Name);
        if (found.Count > 1)
        {
            return (null, new MovingFault(line.Line, MovingFaultReason.AmbiguousName, line.Name));
        }

        if (found is [var account])
        {
            return Meet(line, account, userId, site);
        }

        return (new MovingStep(line, userId is not null ? MovingStepKind.Join : line.Email.Length > 0 ? MovingStepKind.NewLogin : MovingStepKind.NewClient, UserId: userId), null);
    }

    private static (MovingStep? Step, MovingFault? Fault) Meet(MovingLine line, RegisteredAccount account, string? userId, KnownSite site)
    {
        // Nothing stands on it but what was moved in and taken back.
        var isEmpty = site.WasMoved(account) && account.Operations == 2 * site.ReversedOn(account);
        if (isEmpty && !line.Balance.IsZero)
        {
            return account.IsOpen
                ? (new MovingStep(line, MovingStepKind.Carry, account, userId), null)
                : (null, new MovingFault(line.Line, MovingFaultReason.ClientClosed, $"{account.Number} {account.Name}"));
        }

        if (site.WasMoved(account))
        {
            return (new MovingStep(line, MovingStepKind.SkipMoved, account, userId), null);
        }

        return PersonNames.Key(account.Name) == PersonNames.Key(line.Name)
            ? (new MovingStep(line, MovingStepKind.Skip, account, userId), null)
            : (null, new MovingFault(line.Line, MovingFaultReason.EmailOfOther, $"{line.Email} ({account.Number} {account.Name})"));
    }

    private async Task<MovingFault?> JudgeDayAsync(DateOnly day) =>
        day > await calendar.TodayAsync() ? new MovingFault(0, MovingFaultReason.DayInFuture)
        : await register.FirstOpenDayAsync() is { } first && day < first ? new MovingFault(0, MovingFaultReason.DayClosed, first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : null;
}
