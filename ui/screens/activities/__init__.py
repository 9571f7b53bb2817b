"""What repeats: the list, one activity and its sessions."""
