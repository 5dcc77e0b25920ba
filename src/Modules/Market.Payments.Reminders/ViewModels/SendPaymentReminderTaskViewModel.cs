using System.ComponentModel.DataAnnotations;

namespace Market.Payments.Reminders.ViewModels;

public class SendPaymentReminderTaskViewModel
{
    [Required]
    public string AccountId { get; set; } = string.Empty;
}
