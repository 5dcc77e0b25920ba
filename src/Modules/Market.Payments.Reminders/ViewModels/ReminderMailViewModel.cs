using Microsoft.AspNetCore.Html;

namespace Market.Payments.Reminders.ViewModels;

/// <summary>The frame of a mail to a member.</summary>
public class ReminderMailViewModel
{
    public string Culture { get; set; } = string.Empty;

    public string Subject { get; set; } = string.Empty;

    public IHtmlContent Body { get; set; } = HtmlString.Empty;

    public string MarketName { get; set; } = string.Empty;

    /// <summary>Where the member stops such mails; none for an obligatory one.</summary>
    public Uri? OptOutLink { get; set; }
}
