using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Workflows.Services;
using OtherShop.Models;
using OtherShop.Workflows;

namespace OtherShop;

/// <summary>The work of <see cref="Memberships"/> inside one unit of work. Nothing else calls it.</summary>
public sealed class MembershipDesk(
    MembershipStore store,
    ILedger ledger,
    IRefusalSentences sentences,
    IMarketTerms terms,
    IMarketCalendar calendar,
    IMarketEvents events,
    IWorkflowManager workflows,
    IIdGenerator ids,
    IStringLocalizer<MembershipDesk> S)
{
    /// <inheritdoc cref="Memberships.TakeAsync"/>
    public async Task<MembershipResult> TakeAsync(string accountId, string formKey, string userId)
    {
        if (await store.FindByFormAsync(formKey) is { } first)
        {
            return AsItIs(first);
        }

        var today = await calendar.TodayAsync();
        if (await store.FindLastAsync(accountId) is { } running && running.Until() >= today)
        {
            return new MembershipResult.Refused(S["You are a member until {0}.", running.Until().InWords()]);
        }

        var membership = await MakeAsync(accountId, today, formKey);
        await store.SaveAsync(membership);
        return await PostAsync(membership, $"membership:{membership.MembershipId}", userId) is { } refused ? refused : await DoneAsync(membership);
    }

    /// <inheritdoc cref="Memberships.RenewAsync"/>
    public async Task<MembershipResult> RenewAsync(string? membershipId, string formKey, string userId)
    {
        if (await store.FindByFormAsync(formKey) is { } first)
        {
            return AsItIs(first);
        }

        if (await store.FindAsync(membershipId) is not { IsCancelled: false } ending)
        {
            return new MembershipResult.Refused(S["There is no such membership."]);
        }

        if (await store.FindLastAsync(ending.AccountId) is { } last && last.From > ending.From)
        {
            return new MembershipResult.Refused(S["This membership is renewed already, until {0}.", last.Until().InWords()]);
        }

        var membership = await MakeAsync(ending.AccountId, ending.Until().AddDays(1), formKey);
        await store.SaveAsync(membership);
        var ran = await workflows.TriggerEventAsync(
            nameof(MembershipRenewingEvent),
            MembershipEvent.InputOf(membership, await calendar.TodayAsync(), userId),
            correlationId: membership.MembershipId);
        var answer = PostingAnswer.Of(ran.Select(workflow => workflow.Output));
        return answer.IsPosted
            ? await DoneAsync(membership)
            : new MembershipResult.Refused(answer.Refusal ?? S["No workflow posted the fee. Check that the workflow which renews memberships is enabled."]);
    }

    /// <inheritdoc cref="Memberships.CancelAsync"/>
    public async Task<MembershipResult> CancelAsync(string? membershipId, string userId)
    {
        if (await store.FindAsync(membershipId) is not { } membership)
        {
            return new MembershipResult.Refused(S["There is no such membership."]);
        }

        if (!membership.IsCancelled)
        {
            membership.IsCancelled = true;
            await store.SaveAsync(membership);
            if (await PostAsync(membership, $"membership:{membership.MembershipId}:cancelled", userId) is { } refused)
            {
                return refused;
            }
        }

        return new MembershipResult.Done(membership);
    }

    private MembershipResult AsItIs(Membership first) => first.IsCancelled
        ? new MembershipResult.Refused(S["This form took a membership that has been cancelled since. Load the page again."])
        : new MembershipResult.Done(first);

    // Brings the debit to what is due: the fee, or nothing.
    private async Task<MembershipResult?> PostAsync(Membership membership, string key, string userId)
    {
        var result = await ledger.SetOrderDebitAsync(new OrderDebit
        {
            AccountId = membership.AccountId,
            OrderId = membership.MembershipId,
            Total = membership.Due(),
            OccurredOn = await calendar.TodayAsync(),
            RecordedBy = userId,
            IdempotencyKey = key,
        });
        return result is PostingResult.Refused refused ? new MembershipResult.Refused(sentences.For(refused.Refusal)) : null;
    }

    // Workflows hear of it once all of this is committed.
    private async Task<MembershipResult> DoneAsync(Membership membership)
    {
        await events.RaiseAsync(new MarketEvent(nameof(MembershipTakenEvent), membership.AccountId, MembershipEvent.ValuesOf(membership)));
        return new MembershipResult.Done(membership);
    }

    private async Task<Membership> MakeAsync(string accountId, DateOnly from, string formKey)
    {
        var currency = (await terms.GetAsync()).Currency;
        return new Membership
        {
            MembershipId = ids.GenerateUniqueId(),
            AccountId = accountId,
            From = from,
            FeeMinorUnits = Membership.FeeIn(currency).MinorUnits,
            Currency = currency.Code,
            FormKey = formKey,
        };
    }
}
