using Microsoft.Extensions.Localization;

namespace Market.Payments.Reminders.Choices;

/// <summary>The friendly reminders, whose choice is the account's own: the links of mails that went out keep working.</summary>
public sealed class ReminderMailKind(ReminderChoices choices, IStringLocalizer<ReminderMailKind> S) : IMailKind
{
    public const string KindName = "reminders";

    public string Name => KindName;

    public string Label => S["Friendly reminders"];

    public string Purpose => S["When something has not been paid for some time, with what is to pay and how."];

    public bool IsObligatory => false;

    public bool IsOfAccount => true;

    public async Task<bool> IsWantedAsync(string accountId, string userId) => !(await choices.FindAsync(accountId)).IsOptedOut;

    public async Task ChooseAsync(string accountId, string userId, bool wanted)
    {
        if (await IsWantedAsync(accountId, userId) != wanted)
        {
            await choices.ChangeAsync(accountId, choice => choice.IsOptedOut = !wanted);
        }
    }
}
