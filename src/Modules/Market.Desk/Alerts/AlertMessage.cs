using System.Net;
using System.Text;
using Market.Payments;
using OrchardCore.Notifications;

namespace Market.Desk.Alerts;

/// <summary>What somebody is told at once: one kind of thing, line by line, each with the way to it.</summary>
public sealed class AlertMessage(string subject, IReadOnlyList<Alert> alerts, string more, Func<Alert, string> address) : INotificationMessage
{
    private const int Most = 20;

    public string Subject => subject;

    public string Summary => WebUtility.HtmlEncode(alerts.Count == 1 ? alerts[0].Sentence : subject);

    public string TextBody
    {
        get
        {
            var text = new StringBuilder();
            foreach (var alert in alerts.Take(Most))
            {
                text.AppendLine(alert.Sentence).AppendLine(address(alert)).AppendLine();
            }

            return (alerts.Count > Most ? text.AppendLine(more) : text).ToString();
        }
    }

    public string HtmlBody
    {
        get
        {
            var html = new StringBuilder("<ul>");
            foreach (var alert in alerts.Take(Most))
            {
                html.Append($"<li><a href=\"{WebUtility.HtmlEncode(address(alert))}\">{WebUtility.HtmlEncode(alert.Sentence)}</a></li>");
            }

            return html.Append("</ul>").Append(alerts.Count > Most ? $"<p>{WebUtility.HtmlEncode(more)}</p>" : string.Empty).ToString();
        }
    }

    public bool IsHtmlPreferred => true;
}
